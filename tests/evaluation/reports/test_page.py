"""The HTML page of a report, as its text and in a real browser."""

import struct
import zlib

import pytest

from medtune.evaluation.reports.page import write_page

MARKDOWN = """# Report

| Run | Accuracy | F1 |
| :--- | ---: | ---: |
| <script>document.title = "broken into"</script> | .812 | .790 |

![Loss](plots/loss.png)

[elsewhere](https://example.org) and `code`, 头痛三天。
"""


def png(width=1200, height=20):
    """Return a white picture."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\x00" + b"\xff" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plots").mkdir()
    (tmp_path / "plots" / "loss.png").write_bytes(png())
    return tmp_path


def test_the_page_opens_offline_and_fits_a_phone(browser, folder):
    wide = "|" + " column |" * 30 + "\n|" + " --- |" * 30 + "\n|" + " 12345 |" * 30 + "\n"
    write_page(MARKDOWN + "\n" + wide, folder / "report.html", title="A <report>")
    (folder / "plots" / "loss.png").unlink()
    page = browser.new_page(viewport={"width": 360, "height": 740})
    requests, problems = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((folder / "report.html").as_uri())
    assert page.title() == "A <report>"
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
    assert problems == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    picture = page.locator("img")
    assert picture.evaluate("image => image.naturalWidth") == 1200
    assert picture.bounding_box()["width"] <= 360
    assert picture.get_attribute("alt") == "Loss"
    assert page.locator("td").first.inner_text() == '<script>document.title = "broken into"</script>'
    page.close()


def test_figures_break_before_their_interval_only(folder):
    row = "| a name of words | 0.5 [0.4,0.6] p=0.010 | 0.5 (0.4 to 0.6) | 0.5 ± 0.1 |"
    write_page(f"| A | B | C | D |\n| :--- | ---: | ---: | ---: |\n{row}\n", folder / "report.html", title="Report")
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert ">a name of words<" in page
    assert ">0.5 [0.4,0.6] p=0.010<" in page
    for kept in ("0.5 (0.4 to 0.6)", "0.5 ± 0.1"):
        assert kept.replace(" ", "\N{NO-BREAK SPACE}").replace("\N{NO-BREAK SPACE}(", " (") in page


@pytest.mark.parametrize(
    "source",
    ["https://example.org/x.png", "../secret.png", "/etc/hostname.png", "plots/loss.exe", "data:image/png;base64,AA=="],
)
def test_only_figures_of_the_report_itself_go_in(folder, source):
    (folder.parent / "secret.png").write_bytes(png())
    with pytest.raises(ValueError, match="cannot go into a page"):
        write_page(f"![x]({source})", folder / "report.html", title="x")
    assert not (folder / "report.html").exists()


def test_a_missing_figure_is_an_error(folder):
    with pytest.raises(FileNotFoundError, match="other"):
        write_page("![x](plots/other.png)", folder / "report.html", title="x")


def test_language_of_the_page(folder):
    write_page("# 报告\n\n头痛三天,伴有发热。", folder / "zh.html", title="x")
    write_page("# Report\n\n头痛 three days", folder / "en.html", title="x")
    assert 'lang="zh"' in (folder / "zh.html").read_text(encoding="utf-8")
    assert 'lang="en"' in (folder / "en.html").read_text(encoding="utf-8")
