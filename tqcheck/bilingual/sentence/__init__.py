"""How a Russian sentence is built: its clauses, its groups of words, who acts and who undergoes."""
