/**
 * The natural logarithm of the gamma function for x > 0, right to about 14 digits.
 * Stirling's series after shifting the argument above 12 (Abramowitz and Stegun 6.1.41). Infinity for x <= 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Infinity;
  let shift = 0;
  let value = x;
  // one logarithm of a product is more exact than a sum of logarithms
  let product = 1;
  while (value < 12) {
    product *= value;
    value += 1;
  }
  shift -= Math.log(product);
  const inverse = 1 / value;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360)))));
  return shift + (value - 0.5) * Math.log(value) - value + 0.5 * Math.log(2 * Math.PI) + series;
}

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0, between 0 and 1.
 * Lentz' continued fraction (Numerical Recipes 6.4) on the side where it converges fast. x outside [0, 1] is cut.
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBetaDirect(1 - x, b, a);
  return regularisedBetaDirect(x, a, b);
}

function regularisedBetaDirect(x: number, a: number, b: number): number {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return Math.min(1, (front * betaFraction(x, a, b)) / a);
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result;
}

/**
 * The regularised upper incomplete gamma function Q(a, x): the chance that a Poisson count with mean x is below a
 * (for whole a). Series below a + 1, continued fraction above (Numerical Recipes 6.2).
 */
export function regularisedUpperGamma(a: number, x: number): number {
  if (!(x > 0)) return 1;
  if (x < a + 1) return Math.max(0, 1 - lowerSeries(a, x));
  return Math.min(1, upperFraction(a, x));
}

/** The complement P(a, x), computed without losing small values. */
export function regularisedLowerGamma(a: number, x: number): number {
  if (!(x > 0)) return 0;
  if (x < a + 1) return Math.min(1, lowerSeries(a, x));
  return Math.max(0, 1 - upperFraction(a, x));
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= 100_000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-16) break;
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a));
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / awayFromZero(b);
  let result = d;
  for (let n = 1; n <= 100_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(numerator * d + b);
    c = awayFromZero(b + numerator / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result * Math.exp(a * Math.log(x) - x - logGamma(a));
}

function awayFromZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}
