// A period by name and one by its days exclude each other: whichever is chosen last counts.
const period = document.getElementById("f-period"), days = ["f-from", "f-to"].map((id) => document.getElementById(id));
period.addEventListener("change", () => { if (period.value) for (const day of days) day.value = ""; });
for (const day of days) day.addEventListener("input", () => { if (day.value) period.value = ""; });
