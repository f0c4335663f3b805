import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Proof } from './proof.ts';

const folder = join(import.meta.dirname, 'proofs');

export async function readProofs(): Promise<ReadonlyMap<string, Proof>> {
  const proofs = new Map<string, Proof>();
  for (const file of globSync('*.ts', { cwd: folder }).sort()) {
    const { proof } = (await import(pathToFileURL(join(folder, file)).href)) as { proof?: Proof };
    if (proof === undefined) throw new Error(`prove/proofs/${file} exports no \`proof\`.`);
    proofs.set(basename(file, '.ts'), proof);
  }
  return proofs;
}
