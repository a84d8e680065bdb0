"""A simulated municipality: citizens, staff and surroundings that drive the real routines."""
