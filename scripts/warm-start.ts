import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { root } from './project-files.ts';

// Has the server's files compiled once, where `bin/hindcast start` looks for them: the first start is as quick as the second.
enableCompileCache(path.join(root, 'node_modules/.cache/hindcast'));
await import('../src/cli/server/run-server.ts');
process.exit(0);
