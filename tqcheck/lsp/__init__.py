"""The language server: findings in an editor, as diagnostics with explanations and fixes.

`positions` converts offsets at the border, `present` makes what an editor shows, `desk` checks texts,
`server` speaks the protocol. Needs the extra "lsp" (pygls).
"""
