// A page built by Parcel: the program and the texts are emitted beside the script.
import "detente-view/define";
