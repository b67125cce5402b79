# Team
team-add = Add somebody
team-add-do = Add and make a link
team-name = Name
team-role = Role
team-role-hint = Salespeople approve replies within their discount; managers grant more, load data and run the team; administrators also make administrators.
team-languages = Languages
team-seen = Last seen
team-never = never
team-waiting = Buyers waiting
team-access = Access
team-actions = Actions
team-you = you
team-gone = removed
team-gone-hint = Removed from the team: cannot sign in, gets no conversations.
team-change = Change
team-change-who = Change { $name }
team-has-link = link not used yet
team-has-tokens = { $count ->
    [one] { $count } API token
   *[other] { $count } API tokens
 }
team-new-link = New sign-in link
team-new-token = New API token
team-revoke = { $count ->
    [one] Revoke the API token
   *[other] Revoke { $count } API tokens
 }
team-access-hint = A link signs one browser in, once, within 24 hours; a newer link replaces one that was not used. A token lets a program act with this person's rights.
team-link = One-time link
team-link-for = One-time link for { $name }
team-link-once = It is shown this once. Send it to the person by a way that you trust.
team-in-telegram = in Telegram
team-new-telegram = Connect Telegram
team-telegram = Link to the bot
team-telegram-for = Link to the bot for { $name }
team-telegram-once = It is shown this once and binds the account of Telegram that opens it within 24 hours. It takes the place of an account bound before.
team-telegram-open = Open it in Telegram
team-telegram-send = Send this to the bot in a private chat.
team-token = API token
team-token-for = API token for { $name }
team-token-once = It is shown this once and cannot be shown again.
team-copy = Copy
team-copied = Copied
team-save-role = Save the role
team-save-languages = Save the languages
team-deactivate = Remove from the team
team-deactivate-hint = Signs the person out everywhere, voids links and tokens, and gives the conversations to others. What the person did stays in the audit trail.
team-reactivate = Take back into the team
team-saved = Saved.
team-revoked = { $count ->
    [0] There was no token to revoke.
    [one] One token was revoked.
   *[other] { $count } tokens were revoked.
 }
team-deactivated = Removed from the team.
team-reactivated = Back in the team. Make a link to let them in.
team-rules = Only administrators change administrators, and somebody always stays who can run the team.
