import type { HonoRequest } from 'hono';
import { storedOperations } from '../../operations/stored.ts';
import { honoPath } from '../input-of.ts';

const uploads = storedOperations
  .filter(({ takes }) => takes === 'bytes')
  .map(({ route: { method, path } }) => ({
    method,
    pattern: new RegExp(`^/api/v1${honoPath(path).replaceAll(/:\w+/g, '[^/]+')}/?$`),
  }));

/** Whether a request is for an operation that takes bytes. */
export const isUpload = ({ method, path }: Pick<HonoRequest, 'method' | 'path'>): boolean =>
  uploads.some((upload) => upload.method === method && upload.pattern.test(path));
