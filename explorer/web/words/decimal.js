// Floats as decimal digits, rounded as Python rounds them: the exact binary value, ties to even.
// (toFixed and toPrecision round ties away from zero, and know no more than 100 places.)

/**
 * A finite float of no sign as a fraction of whole numbers: exactly.
 * @param {number} size
 * @returns {[bigint, bigint]}
 */
function fraction(size) {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, size);
  const exponent = bits.getUint16(0) >> 4;
  const hidden = exponent ? 1n << 52n : 0n; // a subnormal float has no hidden bit
  const digits = hidden | bits.getBigUint64(0) & (1n << 52n) - 1n;
  const power = BigInt(Math.max(exponent, 1) - 1075);
  return power < 0n ? [digits, 1n << -power] : [digits << power, 1n];
}

/**
 * size * 10^places as a whole number, ties to even.
 * @param {number} size
 * @param {number} places
 */
function scaled(size, places) {
  let [top, bottom] = fraction(size);
  if (places > 0) top *= 10n ** BigInt(places);
  else bottom *= 10n ** BigInt(-places);
  const below = top / bottom, twice = top % bottom * 2n;
  const up = twice > bottom || (twice === bottom && below % 2n === 1n);
  return up ? below + 1n : below;
}

/**
 * The power of ten of a float's first digit, exactly; 0 of 0.
 * @param {number} size
 */
export const firstPlace = (size) => Number(size.toExponential(100).split("e")[1]);

/**
 * A finite float with so many digits behind the point: Python's f"{value:.2f}".
 * @param {number} value
 * @param {number} places
 */
export function fixed(value, places) {
  const digits = scaled(Math.abs(value), places).toString().padStart(places + 1, "0");
  const point = digits.length - places;
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return sign + digits.slice(0, point) + (places ? "." : "") + digits.slice(point);
}

/**
 * A finite float as so many digits, and the power of ten of the first: Python's f"{value:.3e}" with
 * four digits. The digits are a whole number.
 * @param {number} value
 * @param {number} count
 * @returns {[string, number]}
 */
export function significant(value, count) {
  const size = Math.abs(value), place = firstPlace(size);
  const digits = scaled(size, count - 1 - place).toString();
  const sign = value < 0 ? "-" : "";
  // 9.9996 has become 10.000
  return [sign + digits.slice(0, count), place + (digits.length > count ? 1 : 0)];
}
