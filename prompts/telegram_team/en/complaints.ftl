# Complaints on a card
complaint-line = ⚠️ <b>Complaint { $number }</b>
complaint-line-window = ⏳ Dispute window: { $span } left
complaint-line-over = ⏳ The dispute window is over
complaint-line-lacks = Still to be known: { $names }
