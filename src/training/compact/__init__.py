"""Trains Rollcall's compact pack: a face detector and an embedder that learn from published ones."""
