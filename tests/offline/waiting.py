"""Wait for what a browser does by itself."""

from __future__ import annotations

from playwright.sync_api import Page

# Playwright's own wait takes a promise for a yes.
WAIT = """async () => {
  for (let turn = 0; turn < 600; turn += 1) {
    if (await (%s)) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}"""


def wait_until(page: Page, expression: str) -> None:
    """Wait until a promise in the page says yes."""
    assert page.evaluate(WAIT % expression), expression
