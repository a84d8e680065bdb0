"""What judges a run of this routine from the journal alone: at least one check a requirement (SIM-06)."""

from __future__ import annotations

from saksgang.checks import Check
from saksgang_ppt_intake import (
    checks_answers,
    checks_approval,
    checks_confirmation,
    checks_delivery,
    checks_distribution,
    checks_inbox,
    checks_leaders,
    checks_limits,
    checks_reach,
    checks_replies,
    checks_status,
    checks_work,
)

__all__ = ["CHECKS"]

CHECKS: tuple[type[Check], ...] = (
    checks_inbox.ConsultantsEmptyTheInbox,
    checks_inbox.NoDocumentIsLeftInTheInbox,
    checks_inbox.TheDayOfReceiptIsTheSystems,
    checks_inbox.TheSubjectIsACategory,
    checks_distribution.CasesGoByTheDirectory,
    checks_distribution.EveryCaseIsDistributed,
    checks_confirmation.OnlyNewReferralsAreConfirmed,
    checks_confirmation.ConfirmationsMeetNoDeadline,
    checks_confirmation.EveryNewReferralIsConfirmed,
    checks_leaders.OnlyLeadersHandOn,
    checks_leaders.LeadersAreAskedToAssess,
    checks_leaders.LeadersHandCasesOn,
    checks_replies.RepliesComeFromTheReviewer,
    checks_replies.SpecialistsAreAskedToReview,
    checks_replies.EveryDocumentIsReviewed,
    checks_status.TheSystemDoesNotDecide,
    checks_status.TheQuestionComesOnce,
    checks_approval.RepliesAreApproved,
    checks_approval.TheLeaderIsAskedEachRound,
    checks_approval.RepliesDoNotGetStuck,
    checks_delivery.ApprovedLettersAreSentAtOnce,
    checks_delivery.UnopenedLettersArePrintedOnce,
    checks_delivery.NoMailboxMeansPaperAtOnce,
    checks_delivery.OnlyPeopleStopLetters,
    checks_limits.TheLimitIsOneMonth,
    checks_limits.EveryInquiryGetsItsDeadline,
    checks_answers.OnlyRepliesMeetDeadlines,
    checks_answers.APreliminaryReplyIsAskedFor,
    checks_work.WorkStandsOnTheListsOnce,
    checks_reach.ReachLeaderHandedOn,
    checks_reach.ReachLeaderReturned,
    checks_reach.ReachOpenedInTime,
    checks_reach.ReachPaperWithoutMailbox,
    checks_reach.ReachPrintedOverAWeekend,
    checks_reach.ReachPrintedUnopened,
    checks_reach.ReachStatusAskedAndAnswered,
)
