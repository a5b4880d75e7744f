"""What the tests are made with: slow twins of the metrics, small generated worlds, a builder for them."""
