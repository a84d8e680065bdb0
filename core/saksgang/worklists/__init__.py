"""Work lists: plain queries, the same for command line, page, stories and simulated staff (COR-03, COR-06)."""

from __future__ import annotations

from saksgang.worklists.case_page import CaseView, case_view
from saksgang.worklists.due import due_list
from saksgang.worklists.hiding import hidden
from saksgang.worklists.labelling import Labels, Names, labelled
from saksgang.worklists.lists import approvals, case_list, inbox, inboxes, person_called, task_list, waiting_list
from saksgang.worklists.rows import Row
from saksgang.worklists.searching import SavedSearch, find_by_number, saved_search
from saksgang.worklists.start import LISTS, start_page
from saksgang.worklists.telling import Moment, told

__all__ = [
    "LISTS",
    "CaseView",
    "Labels",
    "Moment",
    "Names",
    "Row",
    "SavedSearch",
    "approvals",
    "case_list",
    "case_view",
    "due_list",
    "find_by_number",
    "hidden",
    "inbox",
    "inboxes",
    "labelled",
    "person_called",
    "saved_search",
    "start_page",
    "task_list",
    "told",
    "waiting_list",
]
