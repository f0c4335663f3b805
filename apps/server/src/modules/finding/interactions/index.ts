export { emptyHistory, entriesOf, type History, isEmpty, type Shopper } from './history.ts';
export { findHistories, findHistory } from './history-repository.ts';
export { likedInteractions } from './liked.ts';
export { readTrainingData } from './read-training-data.ts';
export { shopperOf } from './shopper-of.ts';
