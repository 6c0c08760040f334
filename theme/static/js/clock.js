// Show the stage of today: between two builds, days pass. The words and days stand in the page.
{
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  for (const clock of document.querySelectorAll(".clock")) {
    const stages = [...clock.querySelectorAll(".clock__stage")];
    const begun = stages.filter((stage) => stage.dataset.since <= today);
    for (const stage of stages) stage.hidden = stage !== begun[begun.length - 1];
  }
}
