import { faultsIn } from '../fault.ts';

const erasureTests = ['modules/people/accounts/erase-account.test.ts'] as const;
const reviewTests = ['modules/catalogue/reviews/write-review.test.ts'] as const;

export const people = faultsIn('apps/server/src', [
  {
    what: 'a token without an end is taken',
    file: 'platform/http/api-token.ts',
    find: "requiredClaims: ['exp'],",
    replace: '',
    tests: ['platform/http/api-token.test.ts'],
  },
  {
    what: 'an address is deleted without a look at whose it is',
    file: 'modules/people/accounts/address-repository.ts',
    find: 'delete from addresses where address_id = ${addressId} and user_id = ${userId}',
    replace: 'delete from addresses where address_id = ${addressId}',
    tests: ['modules/people/accounts/profile.test.ts'],
  },
  {
    what: 'where somebody lived stays in their orders',
    file: 'modules/people/accounts/erasure-repository.ts',
    find: 'update orders set email = null, shipping_address = null where',
    replace: 'update orders set email = null where',
    tests: erasureTests,
  },
  {
    what: 'the newsletter of an address that nobody confirmed is in the export',
    file: 'modules/people/accounts/export-repository.ts',
    find: 'where lower(email) = lower(u.email) and u.email_verified_at is not null)',
    replace: 'where lower(email) = lower(u.email))',
    tests: erasureTests,
  },
  {
    what: 'who took their order back counts as a buyer',
    file: 'modules/catalogue/reviews/own-review-repository.ts',
    find: "and o.status <> 'Cancelled'\n      and o.payment_status in ('paid', 'partly-refunded')",
    replace: '',
    tests: reviewTests,
  },
  {
    what: 'reviews that wait for a person are shown',
    file: 'modules/catalogue/reviews/review-repository.ts',
    find: "where r.${ofProduct} and r.status = 'published' ${ofRating} ${withPhotos} ${withWords} ${beyond}",
    replace: 'where r.${ofProduct} ${ofRating} ${withPhotos} ${withWords} ${beyond}',
    or: {
      find: "where r.product_id = ${productId} and r.status = 'published' ${ofRating}",
      replace: 'where r.product_id = ${productId} ${ofRating}',
    },
    tests: reviewTests,
  },
  {
    what: 'somebody else’s review is changed',
    file: 'modules/catalogue/reviews/write-review.ts',
    find: '!review || review.user_id !== userId',
    replace: '!review',
    tests: reviewTests,
  },
]);
