"""Pages on saved searches. Each sees those of the person who asks, and no others."""
