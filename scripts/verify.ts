import { runSteps } from './run-steps.ts';
import { verifySteps } from './steps.ts';

const { passed, failed, skipped } = await runSteps(verifySteps());
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
