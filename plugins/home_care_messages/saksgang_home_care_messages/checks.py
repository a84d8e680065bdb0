"""What judges a run of this routine from the journal alone: at least one check a requirement (SIM-06)."""

from __future__ import annotations

from saksgang.checks import Check
from saksgang_home_care_messages import (
    checks_hands,
    checks_holding,
    checks_leader,
    checks_lists,
    checks_order,
    checks_reach,
    checks_receipt,
    checks_replies,
    checks_visits,
    checks_watching,
)

__all__ = ["CHECKS"]

CHECKS: tuple[type[Check], ...] = (
    checks_receipt.MessagesOpenTheirCase,
    checks_receipt.DeadlinesAreThoseOfTheType,
    checks_receipt.FinalDeadlinesAreSet,
    checks_receipt.EveryMessageIsDone,
    checks_replies.RepliesMeetTheFirstDeadline,
    checks_replies.RepliesStateWhatTheTypeAsks,
    checks_replies.NoReplyByItself,
    checks_replies.ContentIsNotForwarded,
    checks_order.StepsComeInOrder,
    checks_order.NotForwardedUnsaid,
    checks_order.GoesWhereItWasSaid,
    checks_order.StepsAreDoneByTheHolder,
    checks_order.StepsAreDoneByTheirRoles,
    checks_order.ArchiveIsDecided,
    checks_order.EveryPartIsAnswered,
    checks_visits.ChangesAreOrderedByTheVisit,
    checks_visits.VisitsInVainAreCounted,
    checks_lists.EveryMessageIsOnAList,
    checks_lists.NobodyAwayKeepsAMessage,
    checks_watching.EachQueueIsWatched,
    checks_watching.NobodyWatchesWhatIsTaken,
    checks_leader.TheLeaderSeesItInTime,
    checks_watching.WhatIsGivenBackLiesOpen,
    checks_holding.NothingRunsOnADoneMessage,
    checks_holding.TheNextOnesGetTheMessage,
    checks_holding.WhoHasTheTaskHasTheMessage,
    checks_hands.NothingIsTickedOff,
    *checks_reach.REACHED_BY_TYPE,
    checks_reach.ReachLeaderTold,
    checks_reach.ReachSorted,
    checks_reach.ReachVisitInTime,
    checks_reach.ReachVisitInVain,
    checks_reach.ReachWeekend,
)
