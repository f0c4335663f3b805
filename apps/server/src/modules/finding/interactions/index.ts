export { emptyHistory, findHistory, type History, type Shopper } from './history-repository.ts';
export { readTrainingData } from './read-training-data.ts';
