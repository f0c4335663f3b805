import type { Address, KernelExports } from '../kernels/kernel-exports.ts';

export interface AdamConfig {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export const ADAM_DEFAULTS: AdamConfig = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Adam's constants of one step; `step` counts from 1. */
export interface AdamStep {
  readonly stepSize: number;
  readonly rootCorrection: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export function adamStep({ learningRate, beta1, beta2, epsilon }: AdamConfig, step: number): AdamStep {
  return {
    stepSize: learningRate / (1 - beta1 ** step),
    rootCorrection: 1 / Math.sqrt(1 - beta2 ** step),
    beta1,
    beta2,
    epsilon,
  };
}

export interface AdamPlane {
  /** The parameters, stored times `scale`. */
  readonly z: Address;
  /** Their gradients times `scale`. */
  readonly q: Address;
  readonly firstMoment: Address;
  readonly secondMoment: Address;
  readonly scale: Address;
  readonly unscale: Address;
  readonly rows: number;
}

/** Updates one plane of parameters and its moments in place. */
export function updatePlane(kernels: KernelExports, plane: AdamPlane, step: AdamStep): void {
  kernels.adam(
    plane.z,
    plane.q,
    plane.firstMoment,
    plane.secondMoment,
    plane.scale,
    plane.unscale,
    0,
    plane.rows,
    step.stepSize,
    step.rootCorrection,
    step.beta1,
    step.beta2,
    step.epsilon,
  );
}
