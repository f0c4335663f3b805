/**
 * @file Replaces Stripe's script in tests, in the shop's page and in the frame of its fields. Tests never reach the real script. It has
 * the functions that the shop uses: fields in a frame of js.stripe.com, and a name for the typed card, which it requests from api.stripe.com.
 */
const names = {
  4242424242424242: 'pm_card_visa',
  4000000000000002: 'pm_card_chargeDeclined',
  4000002500003155: 'pm_card_authenticationRequired',
};

/** Runs in the frame: the typed values stay here until the page's script asks for a name. */
function showFields() {
  document.body.innerHTML = ['Card number', 'Expiration date', 'Security code']
    .map((label) => `<p><label>${label} <input></label></p>`)
    .join('');
  const [number] = document.querySelectorAll('input');
  addEventListener('message', ({ source, origin }) => {
    const digits = number.value.replaceAll(' ', '');
    source.postMessage({ stripe: 'card', digits }, origin);
  });
  parent.postMessage({ stripe: 'ready' }, '*');
}

function createElements(options) {
  let frame;
  const listeners = {};
  addEventListener('message', ({ data }) => {
    if (data?.stripe === 'ready') listeners.ready?.();
  });
  const payment = {
    on: (event, listener) => {
      listeners[event] = listener;
    },
    mount(place) {
      frame = document.createElement('iframe');
      frame.title = 'Secure payment input frame';
      frame.src = 'https://js.stripe.com/endive/fields.html';
      place.append(frame);
    },
    destroy: () => frame?.remove(),
  };
  return {
    options,
    create: () => payment,
    update: (change) => Object.assign(options, change),
    submit: async () => ({}),
    typed: () =>
      new Promise((resolve) => {
        addEventListener('message', function heard({ data }) {
          if (data?.stripe !== 'card') return;
          removeEventListener('message', heard);
          resolve(data.digits);
        });
        frame.contentWindow.postMessage({ stripe: 'tell' }, 'https://js.stripe.com');
      }),
  };
}

function Stripe(publishableKey) {
  return {
    elements: createElements,
    async createPaymentMethod({ elements, params }) {
      const name = names[await elements.typed()];
      if (!name) return { error: { message: 'Your card number is incomplete.' } };
      const answer = await fetch('https://api.stripe.com/v1/payment_methods', {
        method: 'POST',
        headers: { authorization: `Bearer ${publishableKey}` },
        body: JSON.stringify({ ...params, name, currency: elements.options.currency }),
      });
      return { paymentMethod: await answer.json() };
    },
    handleNextAction: async () => ({}),
  };
}
Stripe.version = 'endive';

if (location.hostname === 'js.stripe.com') addEventListener('DOMContentLoaded', showFields);
else window.Stripe = Stripe;
