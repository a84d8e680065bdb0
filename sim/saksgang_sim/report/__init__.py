"""The report of a run: one page that opens with the question of a leader (SIM-09).

``counting`` reads the journal once and makes figures, ``choosing`` says which cases the page carries, ``cases`` tells
each of them, and ``page`` puts it all into one file. Nothing here asks the engine or an office.
"""
