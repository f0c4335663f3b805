/** @file Makes what extensions bring, on one node. */
import { ConfigError } from '../config/config.ts';
import type { ExtensionNode } from '../extension.ts';
import { addShippingMethod } from '../modules/pricing/index.ts';
import type { Module } from '../platform/module.ts';
import type { PaymentGateway } from '../ports/payment-gateway.ts';
import type { LoadedExtension } from './load-extensions.ts';

/** Undefined: none of them brings one. */
export async function gatewayOf(
  extensions: readonly LoadedExtension[],
  node: ExtensionNode,
): Promise<PaymentGateway | undefined> {
  for (const { name, createPaymentGateway } of extensions)
    if (createPaymentGateway)
      return made(name, 'its payment gateway', async () => createPaymentGateway(node));
  return undefined;
}

export async function modulesOf(
  extensions: readonly LoadedExtension[],
  node: ExtensionNode,
): Promise<Module[]> {
  const modules: Module[] = [];
  for (const { name, createModules, shippingMethods = [] } of extensions) {
    await made(name, 'its shipping methods', async () => {
      for (const method of shippingMethods) await addShippingMethod(node.db, method);
    });
    const own = await made(name, 'its modules', async () => (await createModules?.(node)) ?? []);
    modules.push(...own.map((module) => ({ ...module, addedBy: name })));
  }
  return modules;
}

async function made<Thing>(name: string, what: string, make: () => Promise<Thing>): Promise<Thing> {
  try {
    return await make();
  } catch (error) {
    throw new ConfigError(`The extension ${name} cannot make ${what}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
