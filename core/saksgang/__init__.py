"""Saksgang: municipal casework as plugins.

A routine uses these public modules: ``hookspecs`` (``hookimpl`` and the hooks), ``declarations``, ``settings``,
``commands``, ``events``, ``records``, ``journal`` (``Recorded``), ``view``, ``deciding``, ``dated``, ``legaltime``,
``ports``, ``checks``, ``errors``, ``identity``, ``worklists`` and
``plugins`` (``letters_in``).
"""
