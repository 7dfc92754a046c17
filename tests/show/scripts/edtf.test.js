import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isStatedTime } from "../../../graph/chronotope/show/html/page/scripts/data/edtf.js";

// What `chronotope correct … date` takes and refuses: tests/show/test_stated_times.py asks Python the same.
const rows = JSON.parse(readFileSync(new URL("./stated-times.json", import.meta.url), "utf8"));

for (const [text, isTaken] of rows) {
  test(`${JSON.stringify(text)} is ${isTaken ? "a time" : "none"}`, () => assert.equal(isStatedTime(text), isTaken));
}
