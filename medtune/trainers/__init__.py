"""Trainer subclasses that override as little as they can."""
