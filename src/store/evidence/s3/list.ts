import { objectAt } from '../object-name.ts';
import { call, readText } from './call.ts';
import type { S3Place } from './s3-place.ts';
import { xmlParts, xmlText } from './xml.ts';

/** The objects of a bucket below its prefix, a page (up to 1,000) at a time. */
export async function* listObjects(place: S3Place): AsyncGenerator<{ sha256: string; bytes: number }> {
  for (let next: string | undefined = ''; next !== undefined;) {
    const page: Record<string, string> = next === '' ? {} : { 'continuation-token': next };
    const query = { 'list-type': '2', prefix: place.prefix, ...page };
    const { value: xml } = await call(place, { method: 'GET', query }, [200], readText);
    for (const entry of xmlParts(xml, 'Contents')) {
      const sha256 = objectAt((xmlText(entry, 'Key') ?? '').slice(place.prefix.length));
      if (sha256 !== undefined) yield { sha256, bytes: Number(xmlText(entry, 'Size')) };
    }
    next = xmlText(xml, 'NextContinuationToken');
  }
}
