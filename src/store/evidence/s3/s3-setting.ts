import { EvidenceError } from '../evidence-error.ts';
import { type S3Place, usualPatience } from './s3-place.ts';

const bucketPattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const prefixPattern = /^[A-Za-z0-9/_.-]{0,200}$/;
const regionPattern = /^[a-z0-9-]{1,40}$/;

const wrong = (reason: string) => new EvidenceError('evidence.setting', { reason });

function parsed(text: string, what: string): URL {
  if (!URL.canParse(text)) throw wrong(`not usable: ${what} is no URL`);
  return new URL(text);
}

function endpointOf(setting: URL, region: string): URL {
  const given = setting.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  const endpoint = parsed(given, 'the endpoint');
  if (endpoint.protocol !== 'https:' && endpoint.protocol !== 'http:')
    throw wrong('not usable: the endpoint begins with neither https:// nor http://');
  if (endpoint.pathname !== '/' || endpoint.search !== '')
    throw wrong('not usable: the endpoint has a path; the bucket belongs behind s3://');
  return endpoint;
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name]?.trim();
  if (value === undefined || value === '') throw wrong(`an s3:// place, but ${name} is not set`);
  return value;
}

/**
 * Reads `s3://bucket/prefix?endpoint=https://…&region=auto`. Without an endpoint it is Amazon's of the region,
 * and without a region `auto` for a named endpoint (as R2 has it) and `us-east-1` for Amazon.
 * @throws EvidenceError `evidence.setting`, which names the part that is wrong and no secret
 */
export function readS3Setting(setting: string, environment: NodeJS.ProcessEnv): S3Place {
  const url = parsed(setting, 'it');
  const unknown = [...url.searchParams.keys()].find((key) => key !== 'endpoint' && key !== 'region');
  if (unknown !== undefined) throw wrong(`not usable: it has the option ${unknown}; endpoint and region are known`);
  const region = url.searchParams.get('region') ?? (url.searchParams.has('endpoint') ? 'auto' : 'us-east-1');
  if (!regionPattern.test(region)) throw wrong('not usable: the region is not one');
  const bucket = url.host;
  if (!bucketPattern.test(bucket)) throw wrong(`not usable: "${bucket}" is no name of a bucket`);
  const folder = url.pathname.replace(/^\/|\/$/g, '');
  if (!prefixPattern.test(folder)) throw wrong('not usable: the prefix may have letters, digits and / _ . - only');
  const endpoint = endpointOf(url, region);
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  return {
    endpoint,
    region,
    bucket,
    prefix: folder === '' ? '' : `${folder}/`,
    accessKeyId: required(environment, 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: required(environment, 'AWS_SECRET_ACCESS_KEY'),
    ...(sessionToken === undefined || sessionToken === '' ? {} : { sessionToken }),
    patience: usualPatience,
    name: `bucket ${bucket}${folder === '' ? '' : `/${folder}`} at ${endpoint.host}`,
  };
}
