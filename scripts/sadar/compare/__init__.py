"""What a change does to the public: facts, pages, bytes, problems. Nothing is imported here: see `harmless`."""
