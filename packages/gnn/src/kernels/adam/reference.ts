export interface AdamReferenceState {
  readonly parameters: Float64Array;
  readonly firstMoment: Float64Array;
  readonly secondMoment: Float64Array;
}

export interface AdamReferenceConfig {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** One step of Adam (Kingma & Ba 2015, algorithm 1) in float64, in place; `step` counts from 1. */
export function adamReference(
  { parameters, firstMoment, secondMoment }: AdamReferenceState,
  gradient: ArrayLike<number>,
  { learningRate, beta1, beta2, epsilon }: AdamReferenceConfig,
  step: number,
): void {
  for (let j = 0; j < parameters.length; j++) {
    const g = gradient[j]!;
    firstMoment[j] = beta1 * firstMoment[j]! + (1 - beta1) * g;
    secondMoment[j] = beta2 * secondMoment[j]! + (1 - beta2) * g * g;
    const mean = firstMoment[j]! / (1 - beta1 ** step);
    const deviation = Math.sqrt(secondMoment[j]! / (1 - beta2 ** step));
    parameters[j]! -= (learningRate * mean) / (deviation + epsilon);
  }
}
