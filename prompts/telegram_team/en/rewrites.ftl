## One-tap rewrites
button-rewrite = ✨ Rewrite
rewrite-shorter = ✂️ Shorter
rewrite-warmer = ☀️ Warmer
rewrite-firmer = 🧱 Firmer
rewrite-certificate = 📜 Add the certificate
rewrite-certificate-none = 📜 No certificate in the catalogue
rewrite-certificate-said = 📜 Certificates are named
rewrite-back = ↩️ Undo rewrite
choose-rewrite = How should it be said? All figures stay.
done-rewrite-asked = ✨ It is being rewritten. The card shows it in a moment.
done-rewrite-certificate = 📜 The certificates stand in the draft. Read it and approve it.
done-rewrite-back = ↩️ As it was before the rewrite.
refused-rewriting = This draft is being rewritten: wait a moment, or edit it.
refused-no-model = No language model is set: edit the words instead.
refused-no-certificate = The catalogue lists no certificate for the goods of this inquiry.
refused-certificate-said = The draft names the certificates of these goods already.
refused-no-way-back = These words were not made by a rewrite.
