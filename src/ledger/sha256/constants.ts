const primes = (count: number): number[] => {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
};

/** The largest whole number whose power is at most the value. */
function wholeRoot(value: bigint, power: bigint): bigint {
  let root = 0n;
  for (let bit = 1n << 40n; bit > 0n; bit >>= 1n) if ((root + bit) ** power <= value) root += bit;
  return root;
}

/** The first 32 bits after the point of a root of each prime, as FIPS 180-4 sections 4.2.2 and 5.3.3 define them. */
const rootBits = (count: number, power: bigint): number[] =>
  primes(count).map((prime) => Number(wholeRoot(BigInt(prime) << (32n * power), power) & 0xffffffffn));

/** What SHA-256 starts from: square roots of the first 8 primes. */
export const startState = rootBits(8, 2n);

/** What SHA-256 adds in each of its 64 rounds: cube roots of the first 64 primes. */
export const roundConstants = rootBits(64, 3n);
