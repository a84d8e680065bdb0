"""Saksgang: municipal casework as plugins.

A routine uses these public modules: ``hookspecs`` (``hookimpl`` and the hooks), ``declarations``, ``settings``,
``commands``, ``events``, ``records``, ``view``, ``legaltime``, ``checks`` and ``plugins.templates``.
"""
