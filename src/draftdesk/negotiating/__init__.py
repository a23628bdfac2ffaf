"""What becomes of the proposals of several delegations on one base."""
