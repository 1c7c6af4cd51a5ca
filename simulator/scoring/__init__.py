"""How a call is marked: findings with evidence, and the scorecard."""
