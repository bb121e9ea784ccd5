import { evidenceFiles } from '../src/cli/evidence-files.ts';
import { draftRecord } from '../src/drafting/index.ts';
import { readEvidence } from '../src/sources/index.ts';

const start = performance.now();
const readings = (await evidenceFiles(process.argv[2] ?? '')).map((file) => readEvidence(file));
const { timeline = [] } = draftRecord(readings);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1000, events: timeline.length }));
