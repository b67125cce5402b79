"""The console: web pages for salespeople and managers, rendered on the server.

To add a page:

1. A module with `router = console_pages()` (see `route.py`). Its handlers take `who: Who`, the signed-in
   person, and give `page(request, who, "subject/name.html", active="nav-id", …)`; a route that need not
   know who it is has `dependencies=ONLY_SIGNED_IN`. Paths begin after `/console`. Non-GET requests are
   checked for the CSRF token before the handler runs: put `{{ csrf_field() }}` into plain forms (htmx
   requests carry it by themselves). A DeskRefusal that a handler raises becomes a page or, for htmx, a
   toast. Check roles at each action with `bot.web.access.must_be`.
2. A template in `templates/<subject>/` that extends `base.html` (blocks `title`, `heading`, `actions`,
   `content`; `whole` where the page has its own frame) and imports the macros that it needs, always with
   context: `{% from "macros/ui.html" import button, badge, empty with context %}`; `macros/forms.html`
   has fields, chips and checkboxes, `macros/tables.html` the frame of a table, pagination and pairs.
   Filters: `shown.py`.
3. Its words in `prompts/console/<language>/<subject>.ftl`, used as `{{ t("message-id", name=value) }}`.
4. Its router in `router.py`, its place in `navigation.py`; its own CSS (if any) as
   `static/css/<subject>.css`, linked in the block `head` with `asset("css/<subject>.css")`; scripts the
   same way, as modules.

No inline script, no inline style, no `hx-on`, no `style=`: the content security policy forbids them.
After a change by a plain form give `see_other(request, path, told=…)`: the next page shows the words.
After a change by htmx give `fragment(request, who, template, told=…)`: a toast shows them. What is live
listens on `body` (`hx-trigger="live:desk from:body"`, see `static/js/live.js`) and swaps with
`hx-swap="morph:innerHTML"`, which leaves focus, scroll and typed words alone; let a hidden
element of its own listen and target what it renews: one that is itself swapped may lose what it has queued.
"""
