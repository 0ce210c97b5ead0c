import * as z from 'zod';
import { lazily } from '../../lazily.ts';

import { InvalidInputError } from '../../errors.ts';
import type { Tree, TreeEnsemble } from './score-trees.ts';

const flags = z.array(z.union([z.boolean(), z.number()]));
const treeSchema = lazily(() =>
  z.object({
    left_children: z.array(z.int()),
    right_children: z.array(z.int()),
    parents: z.array(z.int()),
    split_indices: z.array(z.int()),
    split_conditions: z.array(z.number()),
    default_left: flags,
    loss_changes: z.array(z.number()),
    sum_hessian: z.array(z.number()),
  }),
);
/** What we read of XGBoost's model schema; other keys are left alone. */
const modelSchema = lazily(() =>
  z.object({
    learner: z.object({
      learner_model_param: z.object({
        /** One number, or from 3.1 on one a class in brackets. */
        base_score: z.string(),
        num_class: z.string(),
        num_feature: z.string(),
      }),
      objective: z.object({ name: z.string() }),
      gradient_booster: z.object({
        name: z.literal('gbtree'),
        model: z.object({ trees: z.array(treeSchema()), tree_info: z.array(z.int()) }),
      }),
    }),
  }),
);
type JsonTree = z.infer<ReturnType<typeof treeSchema>>;

/** The version of the schema that we write. */
const VERSION = [3, 0, 0];

/** The ensemble as the object that XGBoost 3 saves to JSON or UBJSON (`multi:softprob`). */
export function toXgboostJson(ensemble: TreeEnsemble): unknown {
  const classes = String(ensemble.classes);
  const features = String(ensemble.features);
  const rounds = ensemble.trees.length / ensemble.classes;
  return {
    learner: {
      attributes: {},
      feature_names: [],
      feature_types: [],
      gradient_booster: {
        model: {
          cats: { enc: [], feature_segments: [], sorted_idx: [] },
          gbtree_model_param: {
            num_parallel_tree: '1',
            num_trees: String(ensemble.trees.length),
          },
          iteration_indptr: Array.from({ length: rounds + 1 }, (_, at) => at * ensemble.classes),
          tree_info: ensemble.trees.map((_, index) => index % ensemble.classes),
          trees: ensemble.trees.map((tree, id) => toJsonTree(tree, id, features)),
        },
        name: 'gbtree',
      },
      learner_model_param: {
        base_score: (ensemble.baseScores[0] ?? 0).toExponential().toUpperCase(),
        boost_from_average: '1',
        num_class: classes,
        num_feature: features,
        num_target: '1',
      },
      objective: { name: 'multi:softprob', softmax_multiclass_param: { num_class: classes } },
    },
    version: VERSION,
  };
}

/**
 * Reads a `multi:softprob` model that XGBoost 1.7 to 3 or `toXgboostJson` wrote.
 * @throws InvalidInputError when the object is no such model
 */
export function fromXgboostJson(model: unknown): TreeEnsemble {
  const parsed = modelSchema().safeParse(model);
  if (!parsed.success) {
    throw new InvalidInputError(
      `the model must be an XGBoost JSON object with gbtree trees; ${z.prettifyError(parsed.error)}`,
    );
  }
  const { learner } = parsed.data;
  if (learner.objective.name !== 'multi:softprob') {
    throw new InvalidInputError(
      `the model's objective must be multi:softprob, got ${learner.objective.name}; train with it`,
    );
  }
  const classes = Number(learner.learner_model_param.num_class);
  const { trees, tree_info: classOf } = learner.gradient_booster.model;
  if (classOf.some((label, index) => label !== index % classes)) {
    throw new InvalidInputError(
      'the model must hold one tree a class and round; train with num_parallel_tree = 1',
    );
  }
  return {
    classes,
    features: Number(learner.learner_model_param.num_feature),
    trees: trees.map(fromJsonTree),
    baseScores: readBaseScores(learner.learner_model_param.base_score, classes),
  };
}

function readBaseScores(text: string, classes: number): number[] {
  const scores = text.replace(/[[\]]/gu, '').split(',').map(Number);
  return Array.from({ length: classes }, (_, label) => scores[label] ?? scores[0] ?? 0);
}

function toJsonTree(tree: Tree, id: number, features: string): object {
  const nodes = tree.left.length;
  const zeros = (): number[] => Array.from({ length: nodes }, () => 0);
  return {
    base_weights: Array.from(tree.left, (left, node) =>
      left < 0 ? (tree.condition[node] ?? 0) : 0,
    ),
    categories: [],
    categories_nodes: [],
    categories_segments: [],
    categories_sizes: [],
    default_left: Array.from(tree.defaultLeft),
    id,
    left_children: Array.from(tree.left),
    loss_changes: Array.from(tree.gain),
    parents: Array.from(tree.parent),
    right_children: Array.from(tree.left, (left) => (left < 0 ? -1 : left + 1)),
    split_conditions: Array.from(tree.condition),
    split_indices: Array.from(tree.feature),
    split_type: zeros(),
    sum_hessian: Array.from(tree.cover),
    tree_param: {
      num_deleted: '0',
      num_feature: features,
      num_nodes: String(nodes),
      size_leaf_vector: '1',
    },
  };
}

function fromJsonTree(tree: JsonTree, id: number): Tree {
  const broken = tree.left_children.some(
    (left, node) => left >= 0 && tree.right_children[node] !== left + 1,
  );
  if (broken) {
    throw new InvalidInputError(
      `a right child must follow its left sibling, tree ${id} differs; save the model again`,
    );
  }
  return {
    left: Int32Array.from(tree.left_children),
    feature: Int32Array.from(tree.split_indices),
    condition: Float32Array.from(tree.split_conditions),
    defaultLeft: Uint8Array.from(tree.default_left, Number),
    parent: Int32Array.from(tree.parents),
    gain: Float32Array.from(tree.loss_changes),
    cover: Float32Array.from(tree.sum_hessian),
  };
}

/** Arrays that XGBoost reads as 32-bit floats: each number needs a decimal point or an exponent. */
const FLOAT_ARRAYS = new Set(['base_weights', 'loss_changes', 'split_conditions', 'sum_hessian']);

/** JSON text of a model object as XGBoost's own reader wants it. */
export function printXgboostJson(model: unknown): string {
  return JSON.stringify(model, (key, value: unknown) =>
    FLOAT_ARRAYS.has(key) && Array.isArray(value) ? value.map(markFloat) : value,
  ).replace(/"float:([^"]+)"/g, '$1');
}

function markFloat(value: unknown): string {
  const text = String(value);
  return `float:${/[.e]/.test(text) ? text : `${text}.0`}`;
}
