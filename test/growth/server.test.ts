import { fences, requestFamilies, scriptFamilies } from '../kit/families';
import { assertLinear } from '../kit/growth';
import { openCommands, openRequest, requestProbes, scriptProbes, type Probes } from '../kit/probes';

/** Characters. What took time by the square of it took 30 ms or more of four times as many. */
const smallest = 2_000;

function assertAllLinear<Document>(
  text: (length: number) => string,
  open: (text: string) => Document,
  probes: Probes<Document>,
): void {
  const make = (factor: number): string => text(smallest * factor);
  try {
    assertLinear(make, (input) => {
      const document = open(input);
      return Object.values(probes).map((probe) => probe(document));
    });
  } catch {
    // Which of them it is.
    for (const [name, probe] of Object.entries(probes)) {
      try {
        assertLinear(make, (input) => probe(open(input)));
      } catch (error) {
        throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
      }
    }
  }
}

describe('everything that the server does with a text takes at most twice as long for one of twice the length', function () {
  // Ends one that does not come to an end, on whatever machine.
  this.timeout(120_000);

  describe('requests', () => {
    for (const { name, text } of requestFamilies) {
      it(name, () => {
        assertAllLinear(text, openRequest, requestProbes);
      });
    }
  });

  describe('scripts', () => {
    for (const { name, text } of scriptFamilies) {
      it(name, () => {
        assertAllLinear(text, (input) => openCommands('shellscript', input), scriptProbes);
      });
    }
    it('fences in Markdown', () => {
      assertAllLinear(fences, (input) => openCommands('markdown', input), scriptProbes);
    });
  });
});
