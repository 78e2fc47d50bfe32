/** Tests over the files of the pages. */
@org.jspecify.annotations.NullMarked
package nl.meldcode.web;
