/** @file Creates the modules, gateways and other parts of extensions on a node. */
import { ConfigError } from '../config/config.ts';
import type { ExtensionNode, ExtensionSource } from '../extension.ts';
import type { AddedSource } from '../modules/finding/recommendations/index.ts';
import { addShippingMethod } from '../modules/selling/pricing/index.ts';
import type { Module } from '../platform/module.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { PaymentGateway } from '../ports/payment-gateway.ts';
import type { LoadedExtension } from './load-extensions.ts';

/** Returns undefined if no extension brings a gateway. */
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

export function sourcesOf(extensions: readonly LoadedExtension[], db: Database): AddedSource[] {
  return extensions.flatMap(({ sources = [] }) => sources.map((source) => addedSourceOf(source, db)));
}

function addedSourceOf(
  { name, slots, place, reason, candidates }: ExtensionSource,
  db: Database,
): AddedSource {
  return {
    slots,
    place,
    source: {
      name,
      async propose({ shopper: { userId }, history: { seen, entries }, productId }, { exclude, k }) {
        const limit = k + exclude.size;
        const found = await candidates({
          db,
          userId,
          seen: [...seen.values()],
          liked: entries.flatMap(({ deed, productId: one }) => (deed === 'viewed' ? [] : one)),
          productId,
          limit,
        });
        return {
          items: found
            .filter(({ score }) => Number.isFinite(score))
            .map(({ productId: itemId, score }) => ({ itemId, score })),
          explain: () => reason,
        };
      },
    },
  };
}

async function made<Thing>(name: string, what: string, make: () => Promise<Thing>): Promise<Thing> {
  try {
    return await make();
  } catch (error) {
    throw new ConfigError(`The extension ${name} cannot create ${what}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
