import { describeCartStore } from '../ports/cart-store.contract.ts';
import { createCartFixture } from '../testing/cart-fixture.ts';

describeCartStore('PostgreSQL', createCartFixture);
