import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Results } from "../results.js";
import { barChart } from "./bar-chart.js";
import { callerSection } from "./report-callers.js";
import { commitSection, commitSeries } from "./report-commit.js";
import { importSection } from "./report-import.js";
import { previewSection, previewSeries } from "./report-previews.js";
import { readGroups, readSection } from "./report-reads.js";
import { introduction, machineSection, targetSection } from "./report-summary.js";
import { timeChart } from "./time-chart.js";

/** Writes benchmarks.md and its charts into a folder. Parts that were not measured are left out. */
export async function writeReport(folder: string, results: Results): Promise<void> {
  const { commit, previews, reads, callers, import: files } = results;
  if (commit) {
    const title = "Time of a commit, by members of the group";
    await writeFile(join(folder, "benchmarks", "commit.svg"), timeChart({ title, series: commitSeries(commit) }));
  }
  if (previews) {
    const title = "Time of a preview, by members of the group";
    await writeFile(join(folder, "benchmarks", "preview.svg"), timeChart({ title, series: previewSeries(previews) }));
  }
  if (reads) {
    const title = "Requests per second, over 32 connections";
    await writeFile(join(folder, "benchmarks", "reads.svg"), barChart({ title, groups: readGroups(reads) }));
  }
  const sections = [
    introduction(),
    targetSection(results),
    commit && commitSection(commit),
    previews && previewSection(previews),
    reads && readSection(reads),
    callers && callerSection(callers),
    files && importSection(files),
    machineSection(results),
  ];
  await writeFile(join(folder, "benchmarks.md"), `${sections.filter(Boolean).join("\n\n")}\n`);
}
