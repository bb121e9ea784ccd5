import { call } from './call.ts';
import type { S3Place } from './s3-place.ts';

/** The size of what is stored under a key, or nothing when there is nothing. */
export async function storedBytes(place: S3Place, key: string): Promise<number | undefined> {
  const { status, headers } = await call(place, { method: 'HEAD', key }, [200, 404], async (response) => {
    response.resume();
  });
  return status === 404 ? undefined : Number(headers['content-length']);
}
