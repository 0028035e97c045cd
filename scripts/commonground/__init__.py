"""Reads content, evidence and rules once, checks them, and builds the site."""
