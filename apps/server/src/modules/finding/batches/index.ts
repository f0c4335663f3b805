export { findAllPeople } from './batch-repository.ts';
export { createBatchesModule } from './batches-module.ts';
export { makeShelves, peopleInChunk } from './make-shelves.ts';
