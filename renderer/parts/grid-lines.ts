/** Lines of the grid, in minor units: two or three above zero, at round figures. */
export function gridLines(top: number): number[] {
  if (top <= 0) return []
  const power = 10 ** Math.floor(Math.log10(top))
  const steps = [0.2, 0.25, 0.5, 1, 2, 2.5, 5].map((each) => each * power)
  const step = steps.find((each) => top / each < 4) ?? power
  return Array.from({ length: Math.floor(top / step) }, (_, index) => (index + 1) * step)
}
