"""What judges a run of this routine from the journal alone: at least one check a requirement (SIM-06)."""

from __future__ import annotations

from saksgang.checks import Check
from saksgang_long_term_monitoring import (
    checks_cycle,
    checks_finance,
    checks_form,
    checks_hands,
    checks_import,
    checks_limitation,
    checks_reach,
    checks_sessions,
    checks_status,
    checks_woken,
)

__all__ = ["CHECKS"]

CHECKS: tuple[type[Check], ...] = (
    checks_import.ClaimsComeInOnce,
    checks_import.ImportedCasesHaveTheirCaseworker,
    checks_import.TasksLieWithTheCaseworker,
    checks_status.TheStatusToggles,
    checks_cycle.TheNextReviewIsCounted,
    checks_cycle.TheCycleNeverDies,
    checks_cycle.CasesComeUpOnTheirDay,
    checks_cycle.ReviewsAreTreated,
    checks_finance.StoppedClaimsAreNeverAsked,
    checks_finance.MonitoredClaimsAreChecked,
    checks_finance.FindingsShow,
    checks_form.ClaimsCanBeRead,
    checks_finance.SettledCasesAreToBeClosed,
    checks_finance.NothingOwedIsClosed,
    checks_form.TheFormShowsTheClaims,
    checks_form.NoFormIsSavedWithAPointMissing,
    checks_status.OutcomesAreCarriedOut,
    checks_status.TheResultIsNoted,
    checks_woken.WokenCasesAskForAMeasure,
    checks_woken.NothingHappensByItself,
    checks_woken.AMeasureIsChosen,
    checks_sessions.SessionsRecur,
    checks_sessions.SessionsListTheOldestFirst,
    checks_sessions.WhatWasLeftIsReported,
    checks_limitation.NoReviewComesTooLate,
    checks_limitation.TheFormShowsTheLastDay,
    checks_limitation.ClaimsAreListedInTime,
    checks_limitation.LapsingClaimsAreTreated,
    checks_hands.EveryThingIsDoneByWhoMay,
    checks_reach.ReachCameUpAtAWeekend,
    checks_reach.ReachCameUpThreeTimes,
    checks_reach.ReachClampedToTheEndOfTheMonth,
    checks_reach.ReachClosedWhenSettled,
    checks_reach.ReachExtended,
    checks_reach.ReachFoundByFinance,
    checks_reach.ReachLapsingClaimSaved,
    checks_reach.ReachLeftByASession,
    checks_reach.ReachLiftedByHand,
    checks_reach.ReachOverruled,
    checks_reach.ReachWoken,
)
