"""What judges a run of this routine from the journal alone: at least one check a requirement (SIM-06)."""

from __future__ import annotations

from saksgang.checks import Check
from saksgang_contact_registration import (
    checks_gathered,
    checks_hands,
    checks_kind,
    checks_once,
    checks_others,
    checks_reach,
    checks_way,
    checks_week,
)

__all__ = ["CHECKS"]

CHECKS: tuple[type[Check], ...] = (
    checks_kind.InformationNamesItsCase,
    checks_kind.MisdirectedLiesOutside,
    checks_kind.OnlyAdministrativeContacts,
    checks_kind.OutsideIsMisdirectedOrAdvice,
    checks_kind.TransactionsChangeSomething,
    checks_way.DigitalPostIsCertain,
    checks_way.InboundFormsAreFilledIn,
    checks_way.OnlyVisitsAndCallsEndAtOnce,
    checks_way.OutboundFormsAsk,
    checks_once.BatchesCountEachLetter,
    checks_once.ContactsAreRegisteredOnce,
    checks_once.ManyOfAKindAreABatch,
    checks_once.NoContactIsLeftOnTheList,
    checks_once.NothingIsLeftOutUnsaid,
    checks_once.OneRegistrationATaskAndCase,
    checks_once.WhoEndsItRegistersIt,
    checks_gathered.GatheredLettersAreCountedOnce,
    checks_week.OnlyTheWeekIsCounted,
    checks_week.OverruledWarningsWereGiven,
    checks_others.OthersContactsAreTakenUpAtOnce,
    checks_others.RulesRegisterWhatIsCertain,
    checks_hands.EveryThingIsDoneByWhoMay,
    checks_reach.ReachAdviceOnUdbetalingDanmark,
    checks_reach.ReachBatchByHand,
    checks_reach.ReachBatchByItself,
    checks_reach.ReachLeftOut,
    checks_reach.ReachMisdirectedToUdbetalingDanmark,
    checks_reach.ReachOfferedAndRegistered,
    checks_reach.ReachOverruled,
    checks_reach.ReachRegisteredByItself,
    checks_reach.ReachTwoMatters,
)
