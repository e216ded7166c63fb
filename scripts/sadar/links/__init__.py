"""Whether the addresses of others that records and pages name still answer; it holds nothing back."""
